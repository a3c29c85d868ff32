"""A second program for the networks of Javed, White and Sutton 2021 as the reference specifies them: other language, other random numbers.

Alignment (percent) and mean absolute error of Master-User (MU) and of T-BPTT 1, 5 and 40 chunked (c) and 40 sliding (s), over networks.
Its argument is the number of networks; javed2021-second-program.txt holds what it printed for 60.
"""
import numpy as np, sys, os
os.environ["OMP_NUM_THREADS"]="1"
C=20;W=50;D=50;T=50
def net(rng,s):
    b=1/np.sqrt(50);bh=1/np.sqrt(C*W+C)
    u=lambda b,*sh: rng.uniform(-b,b,sh)
    p=min(1,s*W/(W*(C-1)+C))
    M=(rng.random((C,C,W))<p); MR=(rng.random((C,C))<p)
    for i in range(C): M[i,i]=True
    return dict(W1=u(b,C,W,D),b1=u(b,C,W),W2=u(b,C,W,W),b2=u(b,C,W),U=u(bh,C,C,W)*M,R=u(bh,C,C)*MR,ub=u(bh,C),w=rng.normal(0,.1,C),M=M,MR=MR,
      x=(rng.random((T,D))<.5).astype(float),y=rng.uniform(-50,50,T))
def fwd(n,rec,al):
    A=np.maximum(0,np.einsum('jkd,td->tjk',n['W1'],n['x'])+n['b1']); F=np.maximum(0,np.einsum('jlk,tjk->tjl',n['W2'],A)+n['b2'])
    a=np.einsum('ijk,tjk->ti',n['U'],F)+n['ub']
    h=np.zeros(C);w=n['w'].copy();H=[];TH=[];HP=[];WS=[];DE=[]
    for t in range(T):
        th=np.tanh(a[t]+(n['R']@h if rec else 0)); HP.append(h); h=(h if rec else 0)+th
        d=n['y'][t]-w@h; H.append(h);TH.append(th);WS.append(w.copy());DE.append(d); w=w+al*d*h
    return A,F,np.array(H),np.array(TH),np.array(HP),np.array(WS),np.array(DE)
def grad(n,f,rec,g,own):
    A,F,H,TH,HP,WS,DE=f
    gU=np.einsum('ti,tjk->ijk',g,F)*n['M']; out=[gU.ravel(), g.sum(0)]
    if rec: out.append((np.einsum('ti,tj->ij',g,HP)*n['MR']).ravel())
    eF=np.einsum('tj,jk->tjk',g,n['U'][range(C),range(C)]) if own else np.einsum('ti,ijk->tjk',g,n['U'])
    eF=eF*(F>0); out+= [np.einsum('tjl,tjk->jlk',eF,A).ravel(),eF.sum(0).ravel()]
    eA=np.einsum('tjl,jlk->tjk',eF,n['W2'])*(A>0); out+=[np.einsum('tjk,td->jkd',eA,n['x']).ravel(),eA.sum(0).ravel()]
    return np.concatenate(out)
def errs(n,f,rec,al,wins):
    A,F,H,TH,HP,WS,DE=f; E=np.zeros((T,C))
    S=1-TH**2
    for lo,hi,l in wins:
        nx=np.zeros(C); wb=np.zeros(C)
        for t in range(hi-1,lo-1,-1):
            db=(DE[t] if t>=l else 0)+al*(wb@H[t])
            e=al*DE[t]*wb-db*WS[t]+nx; wb=wb-db*H[t]
            E[t]+=e; nx=(e+n['R'].T@(e*S[t])) if rec else np.zeros(C)
    return E*S
def mu(n,f,rec,al,meta=True):
    # trace scalars: TH_i(t)=sum_s c_i(t,s) imm_i(s); TW likewise
    A,F,H,TH,HP,WS,DE=f; S=1-TH**2; th=np.zeros((T,C)); tw=np.zeros((T,C)); g=np.zeros((T,C))
    own=np.diag(n['R'])
    for t in range(T):
        th=th*((1+S[t]*own) if rec else 0); th[t]=S[t]
        g+=-DE[t]*(WS[t]*th+H[t]*tw)
        if meta: tw=tw+al*DE[t]*th-al*H[t]*(WS[t]*th+H[t]*tw)
    return g
def al_(a,b):
    p=a*b; return 100*(p>1e-10).sum()/(abs(p)>1e-10).sum(), abs(a-b).sum()/(abs(p)>1e-10).sum()
ch=lambda k:[(i,min(T,i+k),i) for i in range(0,T,k)]
sl=lambda k:[(max(0,t+1-k),t+1,t) for t in range(T)]
N=int(sys.argv[1])
for name,rec,al,s in [("fig3 s=1000",True,0,10.),("fig8 a=.1 s=0",False,.1,0.),("fig4 s=1000",False,.01,10.)]:
    R=[]
    for k in range(N):
        n=net(np.random.default_rng(1000+k),s); f=fwd(n,rec,al)
        ex=grad(n,f,rec,errs(n,f,rec,al,[(0,T,0)]),False)
        r=[]
        for g,own in [(mu(n,f,rec,al),True),(errs(n,f,rec,al,ch(1)),False),(errs(n,f,rec,al,ch(5)),False),(errs(n,f,rec,al,ch(40)),False),(errs(n,f,rec,al,sl(40)),False)]:
            r+=al_(grad(n,f,rec,g,own),ex)
        R.append(r)
    R=np.array(R); print(name,N,"MU, T1, T5c, T40c, T40s: (align, mae)"); print(np.round(R.mean(0),4)); print("se",np.round(R.std(0,ddof=1)/np.sqrt(N),4)); 
    q=R[:N//12*12].reshape(-1,12,10).mean(1); print("12-groups MU align",np.round(q[:,0],2),"mae",np.round(q[:,1],2),"T40s",np.round(q[:,8],2),flush=True)
